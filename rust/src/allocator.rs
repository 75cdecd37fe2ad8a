//! Where the engine's memory comes from. Python's own does not.

use mimalloc::MiMalloc;
use std::ffi::{c_int, c_long};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The option by this number in `mimalloc.h`: how many milliseconds what was freed stays with the process.
const PURGE_DELAY: c_int = 15;
/// At the ten of the default an index takes 80 MB more while it is made; at none its time is the same too.
const SHORT: c_long = 1;

/// Choose what must be chosen before the first thread starts.
pub fn set_up() {
    // SAFETY: Python imports a module in one thread, and the engine has started none yet.
    unsafe { libmimalloc_sys::mi_option_set(PURGE_DELAY, SHORT) }
}

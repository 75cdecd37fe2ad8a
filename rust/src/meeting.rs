//! Which customers that are kept may be one of an index's parties: few of many, by what is kept of their names.
//!
//! Guarantee: those for whom `batch` finds something, those who share an identifier, and those whom the engine could
//! not read.

use crate::batch::Pool;
use crate::customers::Customers;
use crate::flat::KEY_LENGTH;
use crate::image::Image;
use crate::index::{guarded, PyIndex, PySubjects, ALWAYS};
use crate::keeping::written;
use crate::looked::{Look, Looked, Remembered};
use crate::matching::PyMatching;
use crate::outlook::Outlook;
use crate::part::Kind;
use crate::query::Query;
use crate::search::{How, Scratch, Searcher};
use crate::sieve::{Sieve, Sifted};
use crate::written::Reader;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use smallvec::SmallVec;
use std::path::PathBuf;

/// Customers that a thread takes at a time.
const AT_ONCE: usize = 512;

/// A block of customers in a file, which never changes.
#[pyclass(name = "Customers", module = "sanctions_screen.engine._engine", frozen)]
pub struct PyCustomers(Customers);

#[pymethods]
impl PyCustomers {
    /// A block of subjects as it is written to a file; of each, whether nothing but single words is known of it,
    /// and what its identifiers are compared by.
    #[staticmethod]
    fn written<'py>(
        py: Python<'py>,
        matching: &PyMatching,
        subjects: &PySubjects,
        more: Vec<(bool, Vec<String>)>,
        threads: usize,
        key: [u8; KEY_LENGTH],
    ) -> PyResult<Bound<'py, PyBytes>> {
        if more.len() != subjects.0.len() {
            return Err(PyValueError::new_err("there is not as much told besides as there are subjects"));
        }
        let given = subjects.0.iter().zip(&more);
        let given: Vec<_> = given.map(|(one, (word, identifiers))| (one, *word, &identifiers[..])).collect();
        let block = py.detach(|| written(&matching.0, &given, threads, &key));
        Ok(PyBytes::new(py, &block))
    }

    /// Open the block at a place of a file; ValueError says in one line what is wrong with it.
    #[staticmethod]
    fn open(path: PathBuf, start: u64, length: u64, key: [u8; KEY_LENGTH]) -> PyResult<PyCustomers> {
        let block = Customers::open(&path, start..start.saturating_add(length), &key);
        let wrong = |wrong| PyValueError::new_err(format!("{}: {wrong}", path.display()));
        Ok(PyCustomers(block.map_err(wrong)?))
    }

    /// How many customers there are.
    fn __len__(&self) -> usize {
        self.0.len()
    }

    /// The numbers of those who may be one of the index's parties, in order; and of those that could not be read.
    ///
    /// `one_word`: the threshold for those of whom nothing but single words is known.
    fn meeting(
        &self,
        py: Python<'_>,
        index: &PyIndex,
        threshold: f64,
        one_word: f64,
        threads: usize,
    ) -> PyResult<(Vec<u32>, Vec<u32>)> {
        py.detach(|| {
            guarded(|| {
                let sieve = index.sieve.get_or_init(|| Sieve::of(&index.reader.lexicon, &index.image));
                let meeting = Meeting {
                    customers: &self.0,
                    sifted: sieve.sifted(&self.0, threads),
                    looked: Looked::none(self.0.words().len()),
                    remembered: &index.looked,
                    sieve,
                    thresholds: (threshold, one_word),
                };
                let unread = (0..self.0.len()).filter(|one| self.0.is_unread(*one)).map(|one| one as u32);
                (meeting.all(&index.reader, &index.image, &index.pool, threads), unread.collect())
            })
        })
    }
}

/// A block of customers beside an index.
struct Meeting<'a> {
    customers: &'a Customers,
    sieve: &'a Sieve,
    sifted: Sifted,
    looked: Looked,
    remembered: &'a Remembered,
    thresholds: (f64, f64),
}

impl Meeting<'_> {
    fn all(&self, reader: &Reader, image: &Image, pool: &Pool, threads: usize) -> Vec<u32> {
        let (searcher, kinds) = (Searcher { lexicon: &reader.lexicon, image }, image.kinds());
        let count = self.customers.len();
        if image.holders(ALWAYS).next().is_some() {
            return (0..count as u32).collect(); // a party that Python alone can compare may be anybody
        }
        let mut all = pool.found(count, AT_ONCE, threads, |some, scratch| {
            let met = some.filter(|one| self.meets(&searcher, &kinds, *one, scratch));
            met.map(|one| one as u32).collect()
        });
        let held = self.customers.identifiers().filter(|(sum, _)| image.holders(*sum).next().is_some());
        all.extend(held.map(|(_, customer)| customer));
        all.sort_unstable();
        all.dedup();
        all
    }

    fn meets(&self, searcher: &Searcher, kinds: &[Kind], customer: usize, scratch: &mut Scratch) -> bool {
        let mut names = self.customers.names(customer);
        names.any(|name| self.name_meets(searcher, kinds, customer, name, scratch))
    }

    fn name_meets(
        &self,
        searcher: &Searcher,
        kinds: &[Kind],
        customer: usize,
        name: usize,
        scratch: &mut Scratch,
    ) -> bool {
        let customers = self.customers;
        let equal = self.sieve.is_equal(customers.folded(name));
        let may = |kind: Kind| {
            let (some, letters) = (self.sieve.of_kind(kind), kind == Kind::Person);
            let meets = |reading| self.sifted.may_meet(customers, reading, some, letters);
            equal || customers.readings(name).any(meets)
        };
        let besides = customers.besides(customer);
        let how = |kind: Kind| {
            let beside = besides.beside(searcher.lexicon, kind);
            How { kind, weighed_as: customers.weighed_as(name, kind), beside }
        };
        let among = kinds.iter().filter(|kind| customers.is_asked(name, **kind) && may(**kind));
        let among: SmallVec<[How; Kind::ALL.len()]> = among.map(|kind| how(*kind)).collect();
        let threshold = match customers.is_one_word(customer) {
            true => self.thresholds.1,
            false => self.thresholds.0,
        };
        let search = |how: &How| {
            let bounds = searcher.bounds(*how, threshold);
            let needed = scratch.needed(&bounds);
            (bounds, needed)
        };
        let searches: SmallVec<[_; Kind::ALL.len()]> = among.iter().map(search).collect();
        let look = Look {
            lexicon: searcher.lexicon,
            customers,
            sieve: self.sieve,
            looked: &self.looked,
            remembered: self.remembered,
        };
        let outlook = Outlook { look, sifted: &self.sifted };
        let room = &mut scratch.outlook;
        let mut reaching = |reading| outlook.may_reach(reading, &searches, room);
        if among.is_empty() || !equal && !customers.readings(name).any(&mut reaching) {
            return false;
        }
        let prepared = customers.name(name);
        let first = customers.readings(name).start;
        let (memory, room) = scratch.memory_and_outlook();
        let query = Query::sifted(&prepared, &searcher.finder(), memory, |reading, place| {
            outlook.meets(first + reading, place, room)
        });
        among.iter().any(|how| !searcher.of_query(&query, *how, threshold, scratch).is_empty())
    }
}

"""Answer as nomenklatura's logic-v2 does, over HTTP: the peer that ``peers.py`` asks.

Run by ``peers.py`` with the interpreter of an environment that has nomenklatura; it knows nothing of this
package.
"""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import count
from typing import Any

from followthemoney import model  # type: ignore[import-not-found]
from nomenklatura.matching import LogicV2  # type: ignore[import-not-found]

SCHEMATA = {"person": "Person", "organisation": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}


def entity(told: dict[str, Any], schema: str) -> Any:
    """Return the entity of names, birth dates, countries and numbers."""
    made = model.make_entity(schema)
    made.id = told["id"]
    for name in told["names"]:
        made.add("name", name)
    for born in told["born"] if schema == "Person" else ():
        made.add("birthDate", born)
    for country in told["countries"]:
        made.add("country", country, quiet=True)
    return made


def main() -> None:
    """Serve: the parties are the first argument's JSON lines; the port is printed."""
    with open(sys.argv[1], encoding="utf-8") as file:  # noqa: PTH123 -- as small as can be
        told = [json.loads(line) for line in file]
    parties = [(each["id"], each["kind"], entity(each, SCHEMATA[each["kind"]])) for each in told]
    config = LogicV2.default_config()

    numbers = count()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            kind = asked.get("kind") or "person"
            query = entity(
                {
                    # What it reads of an entity is kept by the entity's id: another question needs another.
                    "id": f"asked-{next(numbers)}",
                    "names": [asked["name"], *asked.get("aliases", ())],
                    "born": [asked["birth_date"]] if asked.get("birth_date") else [],
                    "countries": [code.lower() for code in asked.get("countries", ())],
                },
                SCHEMATA[kind],
            )
            hits = []
            for party_id, its, party in parties:
                score = LogicV2.compare(query, party, config).score if its == kind else 0.0
                if score > 0:
                    hits.append({"party_id": party_id, "score": score})
            body = json.dumps({"hits": hits}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()

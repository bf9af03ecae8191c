"""Writes a charter of many roles, each in a file of its own, or the history of a repository of many files.

charter.py roles COUNT FOLDER      a charter of COUNT roles of 40 lines
charter.py history COUNT           a stream for `git fast-import`: such a charter, then COUNT commits of one change each
"""

import os
import sys

LISTS = [
    ("expect", "Answer every new request the same day, and say when it will be done."),
    ("may", "Stop a change that puts lessons at risk, see [[role:role-00000]]."),
    ("must_ask", "Before any change during lessons, or one that costs more than 500 GBP."),
    ("must_never", "Share a password, or ask anyone for theirs."),
]
HEAD = {
    "charter.yaml": "org: A\nname: B\npurpose: C\nowner: role-00000\napprover: role-00000\nreview_every: 12 months\n"
    "last_review: 2026-01-05\n",
    "teams.yaml": "- {id: it, name: IT, lead: role-00000, purpose: D}\n",
    "growth.yaml": "budget_each: 600 GBP\ntime_each: 1 day a month\noffers: []\nskills:\n"
    "  - {id: networks, name: Networks, levels: [Helps, Works alone, Leads]}\n",
}


def people(count):
    """Returns how many people fill so many roles."""
    return max(count // 10, 12)


def role(number, count, change=""):
    """Returns a role of 40 lines; each tenth leads the nine after it."""
    fills, stands_in = number % people(count), (number + 1) % people(count)
    above = "none" if number == 0 else f"role-{0 if number % 10 == 0 else number // 10 * 10:05}"
    lines = [
        "# Agreed with the people who do the work.",
        f"name: Systems technician {number}",
        "team: it",
        "purpose: >",
        f"  Keep the computers, the network and the printers of building {number} working,",
        f"  so that lessons go on{change}.",
        f"reports_to: {above}",
        "filled_by:",
        f"  - {{person: person-{fills:05}, from: \"2024-09-02\"}}",
        f"backup: person-{stands_in:05}",
        "seats: 1",
        "critical: false",
        f'contact: "Call 2{number:05}"',
    ]
    for field, text in LISTS:
        lines.append(f"{field}:")
        lines += [f'  - "{item}. {text}"' for item in range(1, 6)]
    return "\n".join([*lines, "needs:", "  skills: {networks: 3}", "# The end.", ""])


def files(count):
    return {
        **HEAD,
        **{
            f"people/person-{number:05}.yaml": f"name: Ada {number}\nemail: ada{number}@school.example\nstarted: 2020-01-06\n"
            for number in range(people(count))
        },
        **{f"roles/role-{number:05}.yaml": role(number, count) for number in range(count)},
    }


def write(count, folder):
    for path, text in files(count).items():
        place = os.path.join(folder, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w", encoding="utf-8") as file:
            file.write(text)


def history(count):
    out = sys.stdout.buffer

    def commit(number, changed):
        stamp = 1_700_000_000 + number * 600
        message = f"Change {number}"
        out.write(f"commit refs/heads/main\ncommitter A <a@example.org> {stamp} +0000\n".encode())
        out.write(f"data {len(message)}\n{message}\n".encode())
        for path, text in changed.items():
            data = text.encode()
            out.write(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")

    commit(0, files(count))
    for number in range(1, count):
        # A step that meets every file in a scattered order.
        place = number * 7919 % count
        commit(number, {f"roles/role-{place:05}.yaml": role(place, count, f", as agreed in change {number}")})


if __name__ == "__main__":
    if sys.argv[1] == "roles":
        write(int(sys.argv[2]), sys.argv[3])
    else:
        history(int(sys.argv[2]))

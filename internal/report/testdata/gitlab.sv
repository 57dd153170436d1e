[
  {
    "description": "Rad ett\n::error::, 100 % <b>\u001b[31m",
    "check_name": "wrong-type",
    "fingerprint": "53b4d10e4d36be4038cb29db937f871b",
    "severity": "critical",
    "location": {
      "path": "agreement/parties.yaml",
      "lines": {
        "begin": 2,
        "end": 3
      }
    }
  },
  {
    "description": "Här står 19811218-****.",
    "check_name": "personal-identity-number",
    "fingerprint": "79facfa2e10e5bedf16c0469e5eaa423",
    "severity": "critical",
    "location": {
      "path": "plans/2025/19811218-****.md",
      "lines": {
        "begin": 1,
        "end": 1
      }
    }
  },
  {
    "description": "Det finns ingen ”alvestz”. → alvesta",
    "check_name": "unknown-reference",
    "fingerprint": "4f528367b74bfc8ea18e03725e4efbbc",
    "severity": "critical",
    "location": {
      "path": "plans/2025/språk vän.md",
      "lines": {
        "begin": 3,
        "end": 3
      }
    }
  },
  {
    "description": "Perioden är slut.",
    "check_name": "status-stale",
    "fingerprint": "0d0fa2b5445984772245e86678ebcb69",
    "severity": "minor",
    "location": {
      "path": "plans/2025/språk vän.md",
      "lines": {
        "begin": 5,
        "end": 5
      }
    }
  },
  {
    "description": "Det finns ingen ”alvestz”. → alvesta",
    "check_name": "unknown-reference",
    "fingerprint": "c6a3ce0c474210c5d8cd8ef4bd441102",
    "severity": "critical",
    "location": {
      "path": "plans/2025/språk vän.md",
      "lines": {
        "begin": 9,
        "end": 9
      }
    }
  }
]

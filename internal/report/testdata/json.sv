{
  "findings": [
    {
      "rule": "wrong-type",
      "severity": "error",
      "file": "agreement/parties.yaml",
      "line": 2,
      "column": 1,
      "end_line": 3,
      "end_column": 4,
      "message": "Rad ett\n::error::, 100 % <b>\u001b[31m"
    },
    {
      "rule": "personal-identity-number",
      "severity": "error",
      "file": "plans/2025/19811218-****.md",
      "line": 1,
      "column": 1,
      "end_line": 1,
      "end_column": 1,
      "message": "Här står 19811218-****."
    },
    {
      "rule": "unknown-reference",
      "severity": "error",
      "file": "plans/2025/språk vän.md",
      "line": 3,
      "column": 8,
      "end_line": 3,
      "end_column": 15,
      "message": "Det finns ingen ”alvestz”.",
      "suggestion": "alvesta"
    },
    {
      "rule": "status-stale",
      "severity": "warning",
      "file": "plans/2025/språk vän.md",
      "line": 5,
      "column": 9,
      "end_line": 5,
      "end_column": 16,
      "message": "Perioden är slut."
    },
    {
      "rule": "unknown-reference",
      "severity": "error",
      "file": "plans/2025/språk vän.md",
      "line": 9,
      "column": 3,
      "end_line": 9,
      "end_column": 10,
      "message": "Det finns ingen ”alvestz”.",
      "suggestion": "alvesta"
    }
  ],
  "accepted": [
    {
      "rule": "no-responsible",
      "severity": "warning",
      "file": "agreement/areas/halsa.md",
      "line": 4,
      "column": 9,
      "end_line": 4,
      "end_column": 16,
      "message": "Ingen svarar för halsa-2.",
      "reason": "Gruppen bildas i höst."
    }
  ],
  "summary": {
    "files": 4,
    "errors": 4,
    "warnings": 1
  }
}

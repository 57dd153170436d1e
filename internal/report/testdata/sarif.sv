{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "samsyn",
          "version": "1.0",
          "rules": [
            {
              "id": "yaml-syntax",
              "shortDescription": {
                "text": "yaml-syntax"
              },
              "fullDescription": {
                "text": "yaml-syntax"
              },
              "help": {
                "text": "yaml-syntax"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "duplicate-key",
              "shortDescription": {
                "text": "duplicate-key"
              },
              "fullDescription": {
                "text": "duplicate-key"
              },
              "help": {
                "text": "duplicate-key"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "invalid-utf8",
              "shortDescription": {
                "text": "invalid-utf8"
              },
              "fullDescription": {
                "text": "invalid-utf8"
              },
              "help": {
                "text": "invalid-utf8"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "merge-conflict",
              "shortDescription": {
                "text": "merge-conflict"
              },
              "fullDescription": {
                "text": "merge-conflict"
              },
              "help": {
                "text": "merge-conflict"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "front-matter",
              "shortDescription": {
                "text": "front-matter"
              },
              "fullDescription": {
                "text": "front-matter"
              },
              "help": {
                "text": "front-matter"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "too-large",
              "shortDescription": {
                "text": "too-large"
              },
              "fullDescription": {
                "text": "too-large"
              },
              "help": {
                "text": "too-large"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "missing-field",
              "shortDescription": {
                "text": "missing-field"
              },
              "fullDescription": {
                "text": "missing-field"
              },
              "help": {
                "text": "missing-field"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "unknown-field",
              "shortDescription": {
                "text": "unknown-field"
              },
              "fullDescription": {
                "text": "unknown-field"
              },
              "help": {
                "text": "unknown-field"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "wrong-type",
              "shortDescription": {
                "text": "wrong-type"
              },
              "fullDescription": {
                "text": "wrong-type"
              },
              "help": {
                "text": "wrong-type"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "invalid-value",
              "shortDescription": {
                "text": "invalid-value"
              },
              "fullDescription": {
                "text": "invalid-value"
              },
              "help": {
                "text": "invalid-value"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "invalid-date",
              "shortDescription": {
                "text": "invalid-date"
              },
              "fullDescription": {
                "text": "invalid-date"
              },
              "help": {
                "text": "invalid-date"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "invalid-id",
              "shortDescription": {
                "text": "invalid-id"
              },
              "fullDescription": {
                "text": "invalid-id"
              },
              "help": {
                "text": "invalid-id"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "personal-identity-number",
              "shortDescription": {
                "text": "personal-identity-number"
              },
              "fullDescription": {
                "text": "personal-identity-number"
              },
              "help": {
                "text": "personal-identity-number"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "path-escapes",
              "shortDescription": {
                "text": "path-escapes"
              },
              "fullDescription": {
                "text": "path-escapes"
              },
              "help": {
                "text": "path-escapes"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "bidirectional-control",
              "shortDescription": {
                "text": "bidirectional-control"
              },
              "fullDescription": {
                "text": "bidirectional-control"
              },
              "help": {
                "text": "bidirectional-control"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "missing-glyph",
              "shortDescription": {
                "text": "missing-glyph"
              },
              "fullDescription": {
                "text": "missing-glyph"
              },
              "help": {
                "text": "missing-glyph"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "garbled-text",
              "shortDescription": {
                "text": "garbled-text"
              },
              "fullDescription": {
                "text": "garbled-text"
              },
              "help": {
                "text": "garbled-text"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "text-cut-off",
              "shortDescription": {
                "text": "text-cut-off"
              },
              "fullDescription": {
                "text": "text-cut-off"
              },
              "help": {
                "text": "text-cut-off"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "unexpected-file",
              "shortDescription": {
                "text": "unexpected-file"
              },
              "fullDescription": {
                "text": "unexpected-file"
              },
              "help": {
                "text": "unexpected-file"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "duplicate-id",
              "shortDescription": {
                "text": "duplicate-id"
              },
              "fullDescription": {
                "text": "duplicate-id"
              },
              "help": {
                "text": "duplicate-id"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "unknown-reference",
              "shortDescription": {
                "text": "En hänvisning leder ingenstans."
              },
              "fullDescription": {
                "text": "Varför."
              },
              "help": {
                "text": "Varför och hur.",
                "markdown": "Varför och *hur*."
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "circular-reference",
              "shortDescription": {
                "text": "circular-reference"
              },
              "fullDescription": {
                "text": "circular-reference"
              },
              "help": {
                "text": "circular-reference"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "period-reversed",
              "shortDescription": {
                "text": "period-reversed"
              },
              "fullDescription": {
                "text": "period-reversed"
              },
              "help": {
                "text": "period-reversed"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "period-outside-plan",
              "shortDescription": {
                "text": "period-outside-plan"
              },
              "fullDescription": {
                "text": "period-outside-plan"
              },
              "help": {
                "text": "period-outside-plan"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "plan-year-mismatch",
              "shortDescription": {
                "text": "plan-year-mismatch"
              },
              "fullDescription": {
                "text": "plan-year-mismatch"
              },
              "help": {
                "text": "plan-year-mismatch"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "plan-outside-agreement",
              "shortDescription": {
                "text": "plan-outside-agreement"
              },
              "fullDescription": {
                "text": "plan-outside-agreement"
              },
              "help": {
                "text": "plan-outside-agreement"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "initiative-outlives-agreement",
              "shortDescription": {
                "text": "initiative-outlives-agreement"
              },
              "fullDescription": {
                "text": "initiative-outlives-agreement"
              },
              "help": {
                "text": "initiative-outlives-agreement"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "status-stale",
              "shortDescription": {
                "text": "status-stale"
              },
              "fullDescription": {
                "text": "status-stale"
              },
              "help": {
                "text": "status-stale"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "agreement-changed-after-signing",
              "shortDescription": {
                "text": "agreement-changed-after-signing"
              },
              "fullDescription": {
                "text": "agreement-changed-after-signing"
              },
              "help": {
                "text": "agreement-changed-after-signing"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "signature-missing",
              "shortDescription": {
                "text": "signature-missing"
              },
              "fullDescription": {
                "text": "signature-missing"
              },
              "help": {
                "text": "signature-missing"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "review-missing",
              "shortDescription": {
                "text": "review-missing"
              },
              "fullDescription": {
                "text": "review-missing"
              },
              "help": {
                "text": "review-missing"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "agreement-expiring",
              "shortDescription": {
                "text": "agreement-expiring"
              },
              "fullDescription": {
                "text": "agreement-expiring"
              },
              "help": {
                "text": "agreement-expiring"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "decision-without-minutes",
              "shortDescription": {
                "text": "decision-without-minutes"
              },
              "fullDescription": {
                "text": "decision-without-minutes"
              },
              "help": {
                "text": "decision-without-minutes"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "date-in-future",
              "shortDescription": {
                "text": "date-in-future"
              },
              "fullDescription": {
                "text": "date-in-future"
              },
              "help": {
                "text": "date-in-future"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "adopted-without-decision",
              "shortDescription": {
                "text": "adopted-without-decision"
              },
              "fullDescription": {
                "text": "adopted-without-decision"
              },
              "help": {
                "text": "adopted-without-decision"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "unsafe-link",
              "shortDescription": {
                "text": "unsafe-link"
              },
              "fullDescription": {
                "text": "unsafe-link"
              },
              "help": {
                "text": "unsafe-link"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "raw-html",
              "shortDescription": {
                "text": "raw-html"
              },
              "fullDescription": {
                "text": "raw-html"
              },
              "help": {
                "text": "raw-html"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "broken-link",
              "shortDescription": {
                "text": "broken-link"
              },
              "fullDescription": {
                "text": "broken-link"
              },
              "help": {
                "text": "broken-link"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "image-without-alt",
              "shortDescription": {
                "text": "image-without-alt"
              },
              "fullDescription": {
                "text": "image-without-alt"
              },
              "help": {
                "text": "image-without-alt"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "heading-order",
              "shortDescription": {
                "text": "heading-order"
              },
              "fullDescription": {
                "text": "heading-order"
              },
              "help": {
                "text": "heading-order"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "empty-link",
              "shortDescription": {
                "text": "empty-link"
              },
              "fullDescription": {
                "text": "empty-link"
              },
              "help": {
                "text": "empty-link"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "literal-markdown",
              "shortDescription": {
                "text": "literal-markdown"
              },
              "fullDescription": {
                "text": "literal-markdown"
              },
              "help": {
                "text": "literal-markdown"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "link-text",
              "shortDescription": {
                "text": "link-text"
              },
              "fullDescription": {
                "text": "link-text"
              },
              "help": {
                "text": "link-text"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "placeholder",
              "shortDescription": {
                "text": "placeholder"
              },
              "fullDescription": {
                "text": "placeholder"
              },
              "help": {
                "text": "placeholder"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "stale-translation",
              "shortDescription": {
                "text": "stale-translation"
              },
              "fullDescription": {
                "text": "stale-translation"
              },
              "help": {
                "text": "stale-translation"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "published-id-vanished",
              "shortDescription": {
                "text": "published-id-vanished"
              },
              "fullDescription": {
                "text": "published-id-vanished"
              },
              "help": {
                "text": "published-id-vanished"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "follow-up-lost",
              "shortDescription": {
                "text": "follow-up-lost"
              },
              "fullDescription": {
                "text": "follow-up-lost"
              },
              "help": {
                "text": "follow-up-lost"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "no-responsible",
              "shortDescription": {
                "text": "no-responsible"
              },
              "fullDescription": {
                "text": "no-responsible"
              },
              "help": {
                "text": "no-responsible"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "owner-without-members",
              "shortDescription": {
                "text": "owner-without-members"
              },
              "fullDescription": {
                "text": "owner-without-members"
              },
              "help": {
                "text": "owner-without-members"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "priority-without-initiative",
              "shortDescription": {
                "text": "priority-without-initiative"
              },
              "fullDescription": {
                "text": "priority-without-initiative"
              },
              "help": {
                "text": "priority-without-initiative"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "initiative-outside-priorities",
              "shortDescription": {
                "text": "initiative-outside-priorities"
              },
              "fullDescription": {
                "text": "initiative-outside-priorities"
              },
              "help": {
                "text": "initiative-outside-priorities"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "sub-goal-elsewhere",
              "shortDescription": {
                "text": "sub-goal-elsewhere"
              },
              "fullDescription": {
                "text": "sub-goal-elsewhere"
              },
              "help": {
                "text": "sub-goal-elsewhere"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "withdrawn-reference",
              "shortDescription": {
                "text": "withdrawn-reference"
              },
              "fullDescription": {
                "text": "withdrawn-reference"
              },
              "help": {
                "text": "withdrawn-reference"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "owner-outside-agreement",
              "shortDescription": {
                "text": "owner-outside-agreement"
              },
              "fullDescription": {
                "text": "owner-outside-agreement"
              },
              "help": {
                "text": "owner-outside-agreement"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "follow-up-overdue",
              "shortDescription": {
                "text": "follow-up-overdue"
              },
              "fullDescription": {
                "text": "follow-up-overdue"
              },
              "help": {
                "text": "follow-up-overdue"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "follow-up-unscheduled",
              "shortDescription": {
                "text": "follow-up-unscheduled"
              },
              "fullDescription": {
                "text": "follow-up-unscheduled"
              },
              "help": {
                "text": "follow-up-unscheduled"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "reconsider",
              "shortDescription": {
                "text": "reconsider"
              },
              "fullDescription": {
                "text": "reconsider"
              },
              "help": {
                "text": "reconsider"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "status-contradiction",
              "shortDescription": {
                "text": "status-contradiction"
              },
              "fullDescription": {
                "text": "status-contradiction"
              },
              "help": {
                "text": "status-contradiction"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "date-outside-initiative",
              "shortDescription": {
                "text": "date-outside-initiative"
              },
              "fullDescription": {
                "text": "date-outside-initiative"
              },
              "help": {
                "text": "date-outside-initiative"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "report-without-values",
              "shortDescription": {
                "text": "report-without-values"
              },
              "fullDescription": {
                "text": "report-without-values"
              },
              "help": {
                "text": "report-without-values"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "reporting-overdue",
              "shortDescription": {
                "text": "reporting-overdue"
              },
              "fullDescription": {
                "text": "reporting-overdue"
              },
              "help": {
                "text": "reporting-overdue"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "results-missing",
              "shortDescription": {
                "text": "results-missing"
              },
              "fullDescription": {
                "text": "results-missing"
              },
              "help": {
                "text": "results-missing"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "listed-twice",
              "shortDescription": {
                "text": "listed-twice"
              },
              "fullDescription": {
                "text": "listed-twice"
              },
              "help": {
                "text": "listed-twice"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "same-title",
              "shortDescription": {
                "text": "same-title"
              },
              "fullDescription": {
                "text": "same-title"
              },
              "help": {
                "text": "same-title"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "indicator-without-data",
              "shortDescription": {
                "text": "indicator-without-data"
              },
              "fullDescription": {
                "text": "indicator-without-data"
              },
              "help": {
                "text": "indicator-without-data"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "sub-goal-without-indicator",
              "shortDescription": {
                "text": "sub-goal-without-indicator"
              },
              "fullDescription": {
                "text": "sub-goal-without-indicator"
              },
              "help": {
                "text": "sub-goal-without-indicator"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "small-count",
              "shortDescription": {
                "text": "small-count"
              },
              "fullDescription": {
                "text": "small-count"
              },
              "help": {
                "text": "small-count"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "indicator-stale",
              "shortDescription": {
                "text": "indicator-stale"
              },
              "fullDescription": {
                "text": "indicator-stale"
              },
              "help": {
                "text": "indicator-stale"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "suppressed-value",
              "shortDescription": {
                "text": "suppressed-value"
              },
              "fullDescription": {
                "text": "suppressed-value"
              },
              "help": {
                "text": "suppressed-value"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "series-year-twice",
              "shortDescription": {
                "text": "series-year-twice"
              },
              "fullDescription": {
                "text": "series-year-twice"
              },
              "help": {
                "text": "series-year-twice"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "sum-mismatch",
              "shortDescription": {
                "text": "sum-mismatch"
              },
              "fullDescription": {
                "text": "sum-mismatch"
              },
              "help": {
                "text": "sum-mismatch"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "implausible-number",
              "shortDescription": {
                "text": "implausible-number"
              },
              "fullDescription": {
                "text": "implausible-number"
              },
              "help": {
                "text": "implausible-number"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "accessibility-statement-missing",
              "shortDescription": {
                "text": "accessibility-statement-missing"
              },
              "fullDescription": {
                "text": "accessibility-statement-missing"
              },
              "help": {
                "text": "accessibility-statement-missing"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "poor-contrast",
              "shortDescription": {
                "text": "poor-contrast"
              },
              "fullDescription": {
                "text": "poor-contrast"
              },
              "help": {
                "text": "poor-contrast"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "accepted-unused",
              "shortDescription": {
                "text": "accepted-unused"
              },
              "fullDescription": {
                "text": "accepted-unused"
              },
              "help": {
                "text": "accepted-unused"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "address-collision",
              "shortDescription": {
                "text": "address-collision"
              },
              "fullDescription": {
                "text": "address-collision"
              },
              "help": {
                "text": "address-collision"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            }
          ]
        }
      },
      "language": "sv",
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "no-responsible",
          "ruleIndex": 47,
          "level": "warning",
          "message": {
            "text": "Ingen svarar för halsa-2."
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "agreement/areas/halsa.md"
                },
                "region": {
                  "startLine": 4,
                  "startColumn": 9,
                  "endLine": 4,
                  "endColumn": 16
                }
              }
            }
          ],
          "partialFingerprints": {
            "samsyn/v1": "80ce9cebbfc64bb23345ec3b918f0bda"
          },
          "suppressions": [
            {
              "kind": "external",
              "status": "accepted",
              "justification": "Gruppen bildas i höst."
            }
          ]
        },
        {
          "ruleId": "wrong-type",
          "ruleIndex": 8,
          "level": "error",
          "message": {
            "text": "Rad ett\n::error::, 100 % <b>\u001b[31m"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "agreement/parties.yaml"
                },
                "region": {
                  "startLine": 2,
                  "startColumn": 1,
                  "endLine": 3,
                  "endColumn": 4
                }
              }
            }
          ],
          "partialFingerprints": {
            "samsyn/v1": "53b4d10e4d36be4038cb29db937f871b"
          }
        },
        {
          "ruleId": "personal-identity-number",
          "ruleIndex": 12,
          "level": "error",
          "message": {
            "text": "Här står 19811218-****."
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "plans/2025/19811218-%2A%2A%2A%2A.md"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 1,
                  "endLine": 1,
                  "endColumn": 1
                }
              }
            }
          ],
          "partialFingerprints": {
            "samsyn/v1": "79facfa2e10e5bedf16c0469e5eaa423"
          }
        },
        {
          "ruleId": "unknown-reference",
          "ruleIndex": 20,
          "level": "error",
          "message": {
            "text": "Det finns ingen ”alvestz”. → alvesta"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "plans/2025/spr%C3%A5k%20v%C3%A4n.md"
                },
                "region": {
                  "startLine": 3,
                  "startColumn": 8,
                  "endLine": 3,
                  "endColumn": 15
                }
              }
            }
          ],
          "partialFingerprints": {
            "samsyn/v1": "4f528367b74bfc8ea18e03725e4efbbc"
          },
          "fixes": [
            {
              "description": {
                "text": "Byt till alvesta"
              },
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": "plans/2025/spr%C3%A5k%20v%C3%A4n.md"
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "startLine": 3,
                        "startColumn": 8,
                        "endLine": 3,
                        "endColumn": 15
                      },
                      "insertedContent": {
                        "text": "alvesta"
                      }
                    }
                  ]
                }
              ]
            }
          ]
        },
        {
          "ruleId": "status-stale",
          "ruleIndex": 27,
          "level": "warning",
          "message": {
            "text": "Perioden är slut."
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "plans/2025/spr%C3%A5k%20v%C3%A4n.md"
                },
                "region": {
                  "startLine": 5,
                  "startColumn": 9,
                  "endLine": 5,
                  "endColumn": 16
                }
              }
            }
          ],
          "partialFingerprints": {
            "samsyn/v1": "0d0fa2b5445984772245e86678ebcb69"
          }
        },
        {
          "ruleId": "unknown-reference",
          "ruleIndex": 20,
          "level": "error",
          "message": {
            "text": "Det finns ingen ”alvestz”. → alvesta"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "plans/2025/spr%C3%A5k%20v%C3%A4n.md"
                },
                "region": {
                  "startLine": 9,
                  "startColumn": 3,
                  "endLine": 9,
                  "endColumn": 10
                }
              }
            }
          ],
          "partialFingerprints": {
            "samsyn/v1": "c6a3ce0c474210c5d8cd8ef4bd441102"
          },
          "fixes": [
            {
              "description": {
                "text": "Byt till alvesta"
              },
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": "plans/2025/spr%C3%A5k%20v%C3%A4n.md"
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "startLine": 9,
                        "startColumn": 3,
                        "endLine": 9,
                        "endColumn": 10
                      },
                      "insertedContent": {
                        "text": "alvesta"
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }
      ]
    }
  ]
}

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
            }
          ]
        }
      },
      "language": "sv",
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "no-responsible",
          "ruleIndex": 0,
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
          "ruleIndex": 1,
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
          "ruleIndex": 2,
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
          "ruleIndex": 3,
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
          "ruleIndex": 4,
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
          "ruleIndex": 3,
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

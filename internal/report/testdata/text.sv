agreement/parties.yaml:2:1: fel wrong-type: Rad ett�::error::, 100 % <b>�[31m
      name: <ett>
    ^^^^^^^^^^^^^
    Läs mer: samsyn explain wrong-type

plans/2025/19811218-****.md:1:1: fel personal-identity-number: Här står 19811218-****.
    Läs mer: samsyn explain personal-identity-number

plans/2025/språk vän.md:3:8: fel unknown-reference: Det finns ingen ”alvestz”.
    owner: alvestz
           ^^^^^^^
    Förslag: alvesta
    Läs mer: samsyn explain unknown-reference

plans/2025/språk vän.md:5:9: varning status-stale: Perioden är slut.
    status: ongoing
            ^^^^^^^
    Läs mer: samsyn explain status-stale

plans/2025/språk vän.md:9:3: fel unknown-reference: Det finns ingen ”alvestz”.
    - alvestz
      ^^^^^^^
    Förslag: alvesta

Kända varningar, som sekretariatet svarar för:
  agreement/areas/halsa.md:4 no-responsible: Gruppen bildas i höst.

Det här är fel och måste rättas:
  agreement/parties.yaml:2:1 wrong-type
  plans/2025/19811218-****.md:1:1 personal-identity-number
  plans/2025/språk vän.md:3:8 unknown-reference
  plans/2025/språk vän.md:9:3 unknown-reference

4 filer, 4 fel, 1 varning, 1 känd varning

<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="samsyn validate" time="0" tests="5" errors="0" skipped="0" failures="3">
    <testcase name="agreement/areas/halsa.md" classname="samsyn" time="0">
      <system-out>agreement/areas/halsa.md:4:9: warning no-responsible: Ingen svarar för halsa-2.&#xA;    Känd: Gruppen bildas i höst.&#xA;</system-out>
    </testcase>
    <testcase name="agreement/parties.yaml" classname="samsyn" time="0">
      <failure message="Rad ett�::error::, 100 % &lt;b&gt;�[31m" type="wrong-type">agreement/parties.yaml:2:1: error wrong-type: Rad ett�::error::, 100 % &lt;b&gt;�[31m&#xA;</failure>
    </testcase>
    <testcase name="plans/2025/19811218-****.md" classname="samsyn" time="0">
      <failure message="Här står 19811218-****." type="personal-identity-number">plans/2025/19811218-****.md:1:1: error personal-identity-number: Här står 19811218-****.&#xA;</failure>
    </testcase>
    <testcase name="plans/2025/språk vän.md" classname="samsyn" time="0">
      <failure message="2 anmärkningar" type="unknown-reference">plans/2025/språk vän.md:3:8: error unknown-reference: Det finns ingen ”alvestz”. → alvesta&#xA;plans/2025/språk vän.md:9:3: error unknown-reference: Det finns ingen ”alvestz”. → alvesta&#xA;</failure>
      <system-out>plans/2025/språk vän.md:5:9: warning status-stale: Perioden är slut.&#xA;</system-out>
    </testcase>
    <testcase name="samsyn.yaml" classname="samsyn" time="0"></testcase>
  </testsuite>
</testsuites>

::error file=agreement/parties.yaml,line=2,col=1,title=wrong-type::Rad ett%0A::error::, 100 %25 <b>�[31m
::error file=plans/2025/19811218-****.md,line=1,col=1,title=personal-identity-number::Här står 19811218-****.
::error file=plans/2025/språk vän.md,line=3,col=8,title=unknown-reference::Det finns ingen ”alvestz”. → alvesta
::warning file=plans/2025/språk vän.md,line=5,col=9,title=status-stale::Perioden är slut.
::error file=plans/2025/språk vän.md,line=9,col=3,title=unknown-reference::Det finns ingen ”alvestz”. → alvesta

package hyphen

// undividedList are consonants that make one sound.
const undividedList = "ng ck sj tj kj hj lj vj sh ch ph th gh gn dg"

// onsetList are consonants with which a Swedish word may begin: before them a
// compound's joint may stand, so the rule of one consonant is not sure.
const onsetList = "bj bl br dr dj fj fl fr gj gl gr kl kn kr kv mj nj pj pl pr ps sk sl sm sn sp st sv tr tv vr"

// linkedList are endings after which the s joins a compound: the next part
// begins after it.
const linkedList = "nings lings rings dings tions sions hets skaps tets ments nads"

// beginningList are first parts of compounds and prefixes. A plus sign allows a
// vowel after it; without it the letters before a vowel are another word
// (kommun-al). Some stand here only to keep a shorter one away (förs-ta).
const beginningList = `
ut+ för först förr över+ under+ till+ fram+ efter+ mellan+ åter+ själv+ hel halv mot upp+ sam samman+ med medel hög låg lång kort
dess+ där+ här+ gent+ runt+ bort+ nord+ syd+ tvär
arbets+ arbetsmarknads+ arbetsliv arbetslivs+ samhälls+ kommun region läns+ lands+ stads+ riks+ stats+ social skol+ vård+
barn+ ungdoms+ kvinno+ mans folk+ hälso+ sjuk+ språk+ yrkes+ vuxen+ grund gymnasie+ högskole+ högst tillit tillits+ bransch+ kompetens+
närings+ näringslivs+ miljö+ klimat+ trafik bostads+ fritids+ kultur idrotts+ förenings+ mål plan års+ halvårs+
hand huvud+ del enhets+ projekt program process system data+ digital export+ import företags+ föräldra+
flykting+ integrations+ etablerings+ migrations+ asyl+ boende+ tjänste+ personal+ styr lednings+ budget+
verksamhets+ samverkans+ samtals+ utvecklings+ uppföljnings+ besluts+ ansvars+ resurs nuläges+
framgångs+ livs+ lärande+ kunskaps+ forsknings+ universitets+ helhets+ rätts+ trygghets+ jämställdhets+
tillgänglighets+ delaktighets+ mångfalds+ jämlikhets+ hållbarhets+ kvalitets+ säkerhets+ landsbygds+
överens+ nyckel+ metod fokus köns+ gräns+
`

// partList are parts of compounds that are long or plain enough not to stand
// in other words by chance. A hyphen shows a joint within. Those that begin with a vowel matter most: by the
// rule of one consonant, the letter before them would come along.
const partList = `
ansvar anställ anpass analys anordn ansök avtal avgift avdelning aktör aktivitet anslut
arbete arbets arbetar allians använd
ekonomi etabler elever energi erfarenhet ersättning effekt evenemang export erbjud
insats inriktning inflytande informat integrat introdukt invånar inkomst institut innehav innovat insyn initiativ investering intyg invandr
idrott område omsorg omställ omvärld ordför ordning organisat orienter offentlig ombud
ungdom utbild utveckl utvärder utom utred utbyt utmaning utskott utbud utnyttj uthyr utövar utsatt utgift utgång utbetal
uppdrag uppfölj uppgift upplys upprop uppehåll upphand upprätt upplevels undersök underlag undervis underhåll understöd utrymme
universitet äldre ägare ärende åtgärd åtagande ålder åldrar årsvis öppen övergrip översyn över-ens överför övning
barnen behov besked beslut beräkn beskriv befatt befolk bedöm beredning bidrag bildning bildning bolag bostad bostäder bransch budget bygd byggnad berätt
chef central dagvård delegat deltag departement digital direktör distrikt dialog
fakta faktor fattning flykting folkhög forskning fråg försörj förbund för-ening för-enkl för-ena förmedling förmåg förvalt församl föreskrift förhåll företag fördel förklar förändr förslag förskol
försäkr förutsätt förnyels föräldr förbättr förebygg förtroende föredrag formuler fullmäktig funktion
gemenskap grupp grundlägg grundlägg gymnas handel handledning handläg handling hälso hantering havande hållbar
journal jämställd kampanj kapital karriär kassan klasser kommitté kommun kommunikat kommunikat kompetens koncept konferens kontor kontroll kostnad kraven kunskap kultur kvalitet kvinnor kvot
kartlägg klimat landsting lagstift lagring ledamot ledamöt ledning levande licens likvärd livslång lokal läger lägen lägesbe läkare lärare lärling lösning lönsam
marknad medarbet medborgar medel medlem metod miljö ministern minister minoritet mobilit modell motiv mottag mångfald mångfald myndighet människ
näring nätverk nämnd nivå organ parter partner patient pengar period person perspektiv planering plats plikt politik praktik princip process produkt program projekt protokoll
rapport reform region regering regist rekryter relation represent resurs riksdag riktlinj riktning rådgiv rättighet rörels
samhäll samarbet samordn samråd samtal samverk samling sektor senior service session sittning situation sjukvård skillnad skola skolor skyddad skydds sociala spridning
stipend strateg svarande svarig svarar prövning attrakt överskrid ämnen årig struktur studier studie styrelse styrk ställning ställning ställe största stödet stånd system säkerhet sättning sättning sökande
sammanhang samman tagande tagare teknik tillfäll tillgång tillgäng tillhör tillstånd tillsyn tillväxt tillägg tjänst trafik transport träffar trygg täckning
vandring varande verksamhet verkan verket verksam verkare vilja villkor volontär vuxna vårdgivare vårdgivare välfärd växling värdering värden världen värld världs yrkes
skap skapen skaper
`

// endingList are endings of words: what is left of "barnets" after "barn" is no
// word.
const endingList = "a ad ade ande ar are arna arnas as at else en ena enas ens er era eras erna ernas ers et ets or orna igt ig iga isk iska"

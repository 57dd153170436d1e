package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"samsyn/internal/diag"
)

// help tells of all commands.
func (a *app) help(w io.Writer) {
	fmt.Fprintln(w, diag.Say("samsyn [-C MAPP] [--lang sv|en] KOMMANDO [...]", "samsyn [-C DIR] [--lang sv|en] COMMAND [...]").In(a.lang))
	fmt.Fprintln(w)
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-22s %s\n", c.name+" "+c.args.In(a.lang), c.short.In(a.lang))
	}
	fmt.Fprintln(w)
	fmt.Fprintln(w, diag.Say(
		"samsyn KOMMANDO --help visar kommandots flaggor. Status: 0 som önskat, 1 anmärkningar, 2 gick inte att köra.",
		"samsyn COMMAND --help shows a command's flags. Status: 0 as wished, 1 findings, 2 could not run.").In(a.lang))
}

// helpWith tells of the command that has the flags: how it is called, what it
// does, and its flags.
func (a *app) helpWith(w io.Writer, fs *flag.FlagSet) {
	for _, c := range commands() {
		if c.name == fs.Name() {
			usage := diag.Say("samsyn [-C MAPP] %[1]s [FLAGGA...] %[2]s", "samsyn [-C DIR] %[1]s [FLAG...] %[3]s", c.name, c.args.SV, c.args.EN)
			fmt.Fprintf(w, "%s\n\n  %s\n\n", strings.TrimSpace(usage.In(a.lang)), c.short.In(a.lang))
		}
	}
	fs.VisitAll(func(f *flag.Flag) {
		kind, usage := flag.UnquoteUsage(f)
		if kind != "" { // a switch has none
			kind = " " + diag.Say("VÄRDE", "VALUE").In(a.lang)
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			kind += diag.Say(" (förval: %s)", " (default: %s)", f.DefValue).In(a.lang)
		}
		dash := "--"
		if len(f.Name) == 1 {
			dash = "-"
		}
		fmt.Fprintf(w, "  %s%s%s\n        %s\n", dash, f.Name, kind, diag.Text{SV: flagsInSwedish[usage], EN: usage}.In(a.lang))
	})
}

// misused tells what is wrong with a command's flags. The flag package has no
// kinds of errors, only words.
func (a *app) misused(fs *flag.FlagSet, err error) {
	const unknown, empty = "flag provided but not defined: ", "flag needs an argument: "
	said := err.Error()
	switch {
	case said == unknown+"-C":
		a.say("samsyn: -C står före kommandot: samsyn -C MAPP %[1]s.", "samsyn: -C stands before the command: samsyn -C DIR %[1]s.", fs.Name())
		return
	case strings.HasPrefix(said, unknown):
		name := strings.TrimPrefix(said, unknown)
		a.say("samsyn: %[1]s har ingen flagga %[2]s.", "samsyn: %[1]s has no flag %[2]s.", fs.Name(), name)
	case strings.HasPrefix(said, empty):
		name := strings.TrimPrefix(said, empty)
		a.say("samsyn: flaggan %s behöver ett värde.", "samsyn: the flag %s needs a value.", name)
	case strings.HasSuffix(said, errUsage.Error()): // told already
	case strings.Contains(said, "boolean"):
		a.say("samsyn: flaggan %[1]s slår på något och tar inget värde.", "samsyn: the flag %[1]s turns something on and takes no value.", misusedFlag(said))
	default:
		a.say("samsyn: flaggan %[1]s går inte att tolka: värdet är av fel slag.", "samsyn: the flag %[1]s cannot be taken: its value is of the wrong kind.", misusedFlag(said))
	}
	a.say("samsyn %s --help visar vad som går att ange.", "samsyn %s --help shows what can be given.", fs.Name())
}

// misusedFlag is the name of the flag in what the flag package says. The value is left
// out: it may be a password.
func misusedFlag(said string) string {
	at := strings.LastIndex(said, " for ")
	if at < 0 {
		return ""
	}
	_, name, _ := strings.Cut(said[at:], "-")
	name, _, _ = strings.Cut(name, ":")
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// flagsInSwedish gives the Swedish for what the commands say of their flags. It
// stands beside them since they are made before --lang has been read.
var flagsInSwedish = map[string]string{
	"sv or en: the language of messages": "sv eller en: meddelandenas språk",

	// init, validate
	"begin with the made-up example": "börja med det påhittade exemplet",
	"the county's name":              "länets namn",
	"the parties' names, with commas (or semicolons) between them; NAME=KIND where the name does not tell the kind": "parternas namn, med komma (eller semikolon) emellan; NAMN=SLAG där namnet inte säger vilket slag av part det är",
	"how many areas there are, or their names with commas (or semicolons) between them":                             "hur många områdena är, eller deras namn med komma (eller semikolon) emellan",
	"where CI gets the samsyn program for Linux (https)":                                                            "varifrån granskningen hämtar programmet samsyn för Linux (https)",
	"the SHA-256 checksum of that program, 64 hexadecimal digits":                                                   "det programmets kontrollsumma (SHA-256), 64 tecken 0–9 och a–f",
	"text, json, github, sarif, junit, gitlab":                                                                      "text, json, github, sarif, junit eller gitlab",
	"warnings fail too": "även varningar underkänner",
	"the day that deadlines are held against (YYYY-MM-DD)":                                                    "dagen som sista datum jämförs med (ÅÅÅÅ-MM-DD)",
	"the git revision to check, instead of the folder":                                                        "den version i git som ska kontrolleras, i stället för mappen",
	"the git revision that the change is made against":                                                        "den version i git som ändringen utgår från",
	"with --base: tell only what is found in the files that the change touches, and what it causes in others": "med --base: visa bara anmärkningar i filer som ändringen rör, och dem som den orsakar i andra",

	// new
	"plan: the earlier plan that initiatives are carried from; results: the first day": "plan: den tidigare plan som insatser följer med från; results: första dagen",
	"results: the last day": "results: sista dagen",
	"plan: which initiatives are carried, as ID,ID, ongoing or none (default: ongoing)": "plan: vilka insatser som följer med, som BETECKNING,BETECKNING, ongoing (de planerade och pågående) eller none (annars ongoing)",
	"initiative: its plan":                               "initiative: insatsens plan",
	"initiative: its cooperation area":                   "initiative: samverkansområdet",
	"initiative: the party or group that answers for it": "initiative: den part eller grupp som ansvarar",
	"initiative: how it is followed up":                  "initiative: hur insatsen följs upp",
	"event: its day":                                     "event: dagen",

	// report
	"the day of the report (YYYY-MM-DD, YYYY-MM or YYYY; default: today)":                       "rapportens dag (ÅÅÅÅ-MM-DD, ÅÅÅÅ-MM eller ÅÅÅÅ; annars i dag)",
	"on_track, at_risk, off_track or completed":                                                 "on_track (enligt plan), at_risk (risk för avvikelse), off_track (avviker från plan) eller completed (genomförd)",
	"how it goes, in some sentences":                                                            "hur det går, i några meningar",
	"a measure's value: MEASURE=NUMBER, or MEASURE=TOTAL/WOMEN/MEN; may be given several times": "ett måtts värde: MÅTT=TAL eller MÅTT=TOTALT/KVINNOR/MÄN; går att ange flera gånger",

	// fetch
	"a folder of saved answers, instead of the network": "en mapp med sparade svar, i stället för nätet",

	// status, remind
	"tell what falls due within so many days":           "ta med det som ska redovisas inom så många dagar",
	"tell of one party or group alone (its identifier)": "ta bara med en part eller grupp (dess beteckning)",

	// build, serve
	"the folder to build into (default: public in the content's folder)": "mappen att bygga i (annars public i innehållets mapp)",
	"show plans that are not in force too":                               "visa även planer som inte gäller",
	"the day that the content is judged against (YYYY-MM-DD)":            "dagen som innehållet bedöms efter (ÅÅÅÅ-MM-DD)",
	"the git revision to build, instead of the folder":                   "den version i git som ska byggas, i stället för mappen",
	"keep every adopted version beside the site, under versioner/":       "behåll varje antagen version bredvid webbplatsen, under versioner/",
	"the git revision that an annex of the PDFs tells the changes since": "en version i git: en bilaga i PDF:erna berättar vad som har ändrats sedan den",
	"make the website alone":                                             "gör bara webbplatsen",
	"test or none: how to seal without a key of your own":                "test eller none: hur PDF:erna förseglas utan en egen nyckel",
	"the address to listen on":                                           "adressen att visa webbplatsen på",

	// sign, and the keys of build
	"the party that signs (its identifier)":                                    "parten som undertecknar (dess beteckning)",
	"the address of a time-stamp service (RFC 3161)":                           "adressen till en tidsstämpeltjänst (RFC 3161)",
	"a key and certificate in PKCS#12; its password is in SAMSYN_P12_PASSWORD": "nyckel och certifikat i PKCS#12; lösenordet läses ur SAMSYN_P12_PASSWORD",
	"a private key in PEM":                                                     "en privat nyckel i PEM",
	"its certificate in PEM, those that issued it after it":                    "nyckelns certifikat i PEM, följt av utfärdarnas",
	"the PKCS#11 module of a card or a security module that holds the key":     "PKCS#11-modulen till kortet eller säkerhetsmodulen som har nyckeln",
	"the token's name, where there are several":                                "kortets namn, när det finns flera",
	"the token's slot, where its name is not enough":                           "kortets plats, när namnet inte räcker",
	"the key's name, where the token has several":                              "nyckelns namn, när kortet har flera",
	"a file whose first line is the PIN; without it the PIN is in SAMSYN_PIN":  "en fil vars första rad är PIN-koden; annars läses den ur SAMSYN_PIN",

	// verify, diff, log, review, release, digest, fmt
	"each signer must be trusted too":                                   "varje undertecknare måste också vara betrodd",
	"build what the PDF says that it was made from, and compare":        "bygg det som PDF:en säger att den är gjord av, och jämför",
	"the file to write (default: in the folder signed/ of the content)": "filen som ska skrivas (annars i innehållets mapp signed/)",
	"sign also with a certificate that seems to be another party's":     "underteckna även med ett certifikat som verkar vara en annan parts",
	"text or json":                          "text eller json",
	"text, markdown or json":                "text, markdown eller json",
	"how many versions to tell of (0: all)": "hur många versioner som ska tas med (0: alla)",
	"the git revision to look back from":    "den version i git som berättelsen slutar med",
	"a cooperation area or sub-goal that was reworded without a change of meaning: confirm all that serves it": "ett samverkansområde eller delmål som fått ny lydelse med samma innebörd: bekräfta alla insatser som hör till det",
	"do not sign the tag":                                            "underteckna inte märkningen",
	"check and print the notes, but make no tag":                     "kontrollera och skriv ut ändringarna, men märk ingenting",
	"print the digest of each part too, as signatures.yaml has them": "skriv också ut varje dels kontrollsumma, så som i signatures.yaml",
	"the git revision to digest, instead of the folder":              "den version i git som summan ska räknas på, i stället för mappen",
	"change nothing; list the files that would change":               "ändra ingenting; räkna upp filerna som skulle ändras",
}

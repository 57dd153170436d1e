package cause

import (
	"samsyn/internal/cms"
	"samsyn/internal/diag"
	"samsyn/internal/keys"
	"samsyn/internal/sign"
)

// Signing is the words for what signing and its keys refuse, none where they are not known.
func Signing(err error) diag.Text { return worded(signingErrors, err) }

// signingErrors puts what signing refuses into words.
var signingErrors = []told{
	{sign.ErrSigned, diag.Say("fältet är redan undertecknat", "the field is signed already")},
	{sign.ErrChanged, diag.Say("filen har ändrats efter en underskrift, så den går inte att lita på", "the file was changed after a signature, so it cannot be trusted")},
	{sign.ErrShadow, diag.Say("ett underskriftsfält ligger över sidans text, över ett annat fält eller på en annan sida än det säger", "a signature field lies over the page's text, over another field or on another page than it says")},
	{sign.ErrForeign, diag.Say("filen är ingen PDF som samsyn har gjort", "the file is no PDF of samsyn's making")},
	{sign.ErrNotPDF, diag.Say("filen är ingen PDF", "the file is no PDF")},
	{sign.ErrDamaged, diag.Say("filen är skadad", "the file is damaged")},
	{keys.ErrExpired, diag.Say("certifikatet har gått ut", "the certificate has expired")},
	{keys.ErrNotYetValid, diag.Say("certifikatet gäller inte än", "the certificate is not valid yet")},
	{keys.ErrKeyMismatch, diag.Say("nyckeln hör inte till certifikatet", "the key does not belong to the certificate")},
	{keys.ErrKeyKind, diag.Say("nyckelns slag går inte att använda (RSA från 2048 bitar, ECDSA P-256 eller P-384)", "the kind of key cannot be used (RSA from 2048 bits, ECDSA P-256 or P-384)")},
	{keys.ErrKeyUsage, diag.Say("certifikatet är inte till för underskrifter", "the certificate is not made for signatures")},
	{keys.ErrEncryptedKey, diag.Say("nyckeln är krypterad; lägg nyckel och certifikat i en PKCS#12-fil", "the key is encrypted; put key and certificate in a PKCS#12 file")},
	{keys.ErrPassword, diag.Say("lösenordet är fel (SAMSYN_P12_PASSWORD)", "the password is wrong (SAMSYN_P12_PASSWORD)")},
	{keys.ErrCredential, diag.Say("nyckeln eller certifikatet går inte att läsa", "the key or certificate cannot be read")},
	{keys.ErrTokens, diag.Say("det här programmet är byggt utan stöd för kort och säkerhetsmoduler. Bygg ett som har det: CGO_ENABLED=1 go build -tags pkcs11 ./cmd/samsyn",
		"this program is built without support for cards and security modules. Build one with it: CGO_ENABLED=1 go build -tags pkcs11 ./cmd/samsyn")},
	{keys.ErrModule, diag.Say("modulen (--pkcs11) går inte att ladda", "the module (--pkcs11) cannot be loaded")},
	{keys.ErrNoToken, diag.Say("inget kort i läsarna är det som anges med --token-label och --slot", "no token is the one given with --token-label and --slot")},
	{keys.ErrWhichToken, diag.Say("det finns flera kort; välj ett med --token-label eller --slot", "there are several tokens; choose one with --token-label or --slot")},
	{keys.ErrNoKey, diag.Say("kortet har ingen sådan nyckel för underskrifter", "the token has no such key for signatures")},
	{keys.ErrWhichKey, diag.Say("kortet har flera nycklar; välj en med --key-label", "the token has several keys; choose one with --key-label")},
	{keys.ErrNoCert, diag.Say("kortet har inget certifikat för nyckeln; ange det med --cert", "the token has no certificate for the key; give it with --cert")},
	{keys.ErrNoPIN, diag.Say("kortet frågar efter en PIN-kod. Sätt variabeln SAMSYN_PIN till den, eller ange en fil med --pin-file", "the token asks for a PIN. Set the variable SAMSYN_PIN to it, or name a file with --pin-file")},
	{keys.ErrPINLocked, diag.Say("PIN-koden är spärrad", "the PIN is locked")},
	{keys.ErrPIN, diag.Say("PIN-koden är fel", "the PIN is wrong")},
	{cms.ErrTimestamp, diag.Say("tidsstämpeltjänsten gav ingen giltig stämpel", "the time-stamp service gave no valid stamp")},
	{sign.ErrRoom, diag.Say("underskriften får inte plats i filen", "the signature does not fit in the file")},
}

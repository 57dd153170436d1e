package text

// Recurring duties to report.
var (
	ReportingDuties   = Field("agreement.reporting")
	ReportingFrom     = Field("agreement.reporting.from")
	ReportingTo       = Field("agreement.reporting.to")
	ReportingEvery    = Field("agreement.reporting.every")
	ReportingReceived = Field("agreement.reporting.received")
	ReportingWhat     = Label{"Redovisning", "Report", "التقرير"}
	ReportingIn       = Label{"i %s", "in %s", "في %s"}
	ReportingFirstIn  = Label{"första gången på året i %s", "for the first time of the year in %s", "للمرة الأولى من السنة في %s"}
	ReportingLacks    = Label{"Saknas för %s", "Missing for %s", "غير مستلم عن %s"}
	AllParties        = ValueOf("reporters", "all_parties").Within()
	ReportingNone     = Label{"Ingen är mottagen", "None has come in", "لم يُستلم شيء"}
	Gives             = Label{"Lämnar", "Gives", "يقدّم"}
	Receives          = Label{"Tar emot", "Receives", "يستلم"}
)

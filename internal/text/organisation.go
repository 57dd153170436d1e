package text

// How bodies hang together: as sentences, and as what each kind of line in a drawing
// of them means.
var (
	XReportsToY    = Label{"%s rapporterar till %s.", "%s reports to %s.", "%s يرفع تقاريره إلى %s."}
	XPreparesForY  = Label{"%s bereder ärenden åt %s.", "%s prepares matters for %s.", "%s يُعدّ القرارات لـ %s."}
	XAppointedByY  = Label{"%s utses av %s.", "%s is appointed by %s.", "%s تعيّنه %s."}
	LineReports    = Label{"rapporterar till", "reports to", "يرفع تقاريره إلى"}
	LinePrepares   = Label{"bereder ärenden åt", "prepares matters for", "يُعدّ القرارات لـ"}
	LineAppointed  = Label{"utses av", "is appointed by", "تعيّنه"}
	PictureInWords = Label{"Bilden i ord", "The picture in words", "الصورة بالكلمات"}
)

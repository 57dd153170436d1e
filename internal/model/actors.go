package model

import "samsyn/internal/diag"

// Parties is parties.yaml.
type Parties struct {
	File    `yaml:"-"`
	Parties []Party      `yaml:"parties"`
	Duties  []SharedDuty `yaml:"duties"`
}

// All are the parties; a file that is not there has none.
func (f *Parties) All() []Party {
	if f == nil {
		return nil
	}
	return f.Parties
}

// Party has put its name to the agreement.
type Party struct {
	ID        Text       `yaml:"id"`
	Name      Text       `yaml:"name"`
	ShortName Text       `yaml:"short_name"`
	Kind      Text       `yaml:"kind"`
	URL       Text       `yaml:"url"`
	Code      Text       `yaml:"code"`
	Contact   Contact    `yaml:"contact"`
	Duties    []Duty     `yaml:"duties"`
	Signatory Signatory  `yaml:"signatory"`
	Withdrawn Withdrawn  `yaml:"withdrawn"`
	At        diag.Place `yaml:"-"`
}

// Short is the name to use where there is little room.
func (p *Party) Short() string {
	if p.ShortName.Given() {
		return p.ShortName.V
	}
	return p.Name.V
}

// Duty is what a party has to do, by law or by what was agreed.
type Duty struct {
	Text   Text   `yaml:"text"`
	Law    Text   `yaml:"law"`
	Period Period `yaml:"period"`
}

// SharedDuty is a duty of all parties of a kind, or of some parties. It is written once
// and told at each of them.
type SharedDuty struct {
	Text    Text   `yaml:"text"`
	Kind    Text   `yaml:"kind"`
	Parties []Ref  `yaml:"parties"`
	Law     Text   `yaml:"law"`
	Period  Period `yaml:"period"`
}

// Of tells whether a party has the duty.
func (d *SharedDuty) Of(p *Party) bool {
	for _, r := range d.Parties {
		if r.V == p.ID.V {
			return true
		}
	}
	return d.Kind.Given() && d.Kind.V == p.Kind.V
}

// Signatory is who signs for a party.
type Signatory struct {
	Name Text `yaml:"name"`
	Role Text `yaml:"role"`
}

// Organisation is organisation.yaml.
type Organisation struct {
	File   `yaml:"-"`
	Bodies []Body `yaml:"bodies"`
}

// All are the bodies; a file that is not there has none.
func (f *Organisation) All() []Body {
	if f == nil {
		return nil
	}
	return f.Bodies
}

// Body is a group or forum that decides, prepares or answers for something.
type Body struct {
	ID          Text       `yaml:"id"`
	Name        Text       `yaml:"name"`
	ShortName   Text       `yaml:"short_name"`
	Role        Text       `yaml:"role"`
	Status      Text       `yaml:"status"`
	Acting      Ref        `yaml:"acting"`
	Chair       Text       `yaml:"chair"`
	Convener    Ref        `yaml:"convener"`
	Members     []Member   `yaml:"members"`
	ReportsTo   Ref        `yaml:"reports_to"`
	PreparesFor Ref        `yaml:"prepares_for"`
	AppointedBy Ref        `yaml:"appointed_by"`
	Contact     Contact    `yaml:"contact"`
	Meets       Text       `yaml:"meets"`
	Description Text       `yaml:"description"`
	Note        Text       `yaml:"note"`
	Withdrawn   Withdrawn  `yaml:"withdrawn"`
	At          diag.Place `yaml:"-"`
}

// Short is the name to use where there is little room.
func (b *Body) Short() string {
	if b.ShortName.Given() {
		return b.ShortName.V
	}
	return b.Name.V
}

// Stands tells whether the body exists now.
func (b *Body) Stands() bool { return !b.Status.Given() || b.Status.V == "existing" }

// Member is a party in a body, or a named person for it.
type Member struct {
	Party   Ref        `yaml:"party"`
	Name    Text       `yaml:"name"`
	Role    Text       `yaml:"role"`
	CoOpted Bool       `yaml:"co_opted"`
	At      diag.Place `yaml:"-"`
}

// Places is places.yaml: municipalities and other places that are no parties.
type Places struct {
	File   `yaml:"-"`
	Shapes Text    `yaml:"shapes"` // the path of a file in GeoJSON
	Places []Place `yaml:"places"`
}

// All are the places; a file that is not there has none.
func (f *Places) All() []Place {
	if f == nil {
		return nil
	}
	return f.Places
}

// Place is a municipality, a district, a county or a country.
type Place struct {
	ID        Text      `yaml:"id"`
	Name      Text      `yaml:"name"`
	Kind      Text      `yaml:"kind"`
	Code      Text      `yaml:"code"` // in official statistics
	Within    Ref       `yaml:"within"`
	Withdrawn Withdrawn `yaml:"withdrawn"`
}

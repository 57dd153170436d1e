package editor

import (
	"net/http"

	"samsyn/internal/access"
)

// kindsPage asks what is to be added.
type kindsPage struct {
	frame
	Kinds []kindToAdd
}

type kindToAdd struct{ Label, Help, Address string }

// kinds lists what can be added.
func (v *visit) kinds() error {
	if err := v.may(access.Write, ""); err != nil {
		return err
	}
	p := kindsPage{frame: v.frame("")}
	p.Title, p.Current = p.Say("Vad vill du lägga till?", "What would you like to add?"), "ny"
	add := func(label, help, address string) { p.Kinds = append(p.Kinds, kindToAdd{label, help, v.at(address)}) }
	add(p.Say("Nästa års {plan}", "Next year's {plan}"), p.Say("Med det som fortsätter från en tidigare.", "With what goes on from an earlier one."), "/ny/plan")
	return v.draw("kinds", http.StatusOK, p)
}

// begin is the form of something new.
func (v *visit) begin() error {
	if err := v.may(access.Write, ""); err != nil {
		return err
	}
	if v.r.PathValue("kind") == "plan" {
		return v.carryForm()
	}
	return errNoPage
}

// make takes the form of something new.
func (v *visit) make() error {
	if err := v.may(access.Write, ""); err != nil {
		return err
	}
	if v.r.PathValue("kind") == "plan" {
		return v.carryOver()
	}
	return errNoPage
}

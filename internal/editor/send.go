package editor

import (
	"context"
	"errors"
	"net/http"
	"time"

	"samsyn/internal/access"
	"samsyn/internal/editor/web"
	"samsyn/internal/proposal"
)

// send carries the proposal to where it is decided on. Errors in it do not stop that:
// whoever decides sees them.
func (v *visit) send() error {
	own, err := v.Opt.Store.Get(v.Proposal.Name) // the page goes on with the other
	if err != nil {
		return err
	}
	if own.Tip != v.Proposal.Tip {
		return v.changedMeanwhile(proposal.ErrSavedMeanwhile)
	}
	who, ctx, door := v.Who, context.WithoutCancel(v.R.Context()), v.Opt.Door
	person := v.Person()
	one, err := v.Sends.Begin(own, func(p *proposal.Proposal) (*proposal.Sent, error) {
		ctx, cancel := context.WithTimeout(ctx, web.LongestSending)
		defer cancel()
		v.fetch(ctx)
		sent, err := v.Opt.Send(ctx, p, person)
		if err == nil || errors.Is(err, proposal.ErrNoRemote) {
			door.Note(access.Line{Who: who, Act: access.Send, Proposal: p.Name})
		}
		return sent, err
	})
	if err != nil {
		return err
	}
	select {
	case <-one.Done:
		v.Sends.Of(own.Name, true)
		return v.told(one)
	case <-time.After(v.Sends.Wait):
	case <-v.R.Context().Done():
	}
	return v.See(v.At(""))
}

// fetch asks the remote for what others have done, so that what is sent is judged against
// what holds now. A remote that does not answer is told on the pages, and when sending.
func (v *visit) fetch(ctx context.Context) {
	if v.Opt.Fetcher == nil {
		return
	}
	if err := v.Opt.Fetcher.Fetch(ctx); err != nil {
		v.Log(err)
	}
}

// told shows what came of sending the proposal.
func (v *visit) told(one *web.Sending) error {
	v.Proposal = one.Proposal
	var conflict *proposal.Conflict
	switch {
	case errors.As(one.Err, &conflict):
		return v.clashes(true, conflict)
	case errors.Is(one.Err, proposal.ErrSavedMeanwhile):
		return v.changedMeanwhile(one.Err)
	case one.Err != nil && !errors.Is(one.Err, proposal.ErrNoRemote):
		return v.unsent(one.Err)
	}
	sent := one.Sent
	if sent == nil {
		sent = &proposal.Sent{}
	}
	if sent.Trouble != nil {
		v.Log(sent.Trouble)
	}
	p, err := v.proposalPage()
	if err != nil {
		return err
	}
	p.Sent, p.SentWords = sent, sent.Words.In(v.Lang)
	return v.Draw("proposal", http.StatusOK, p)
}

// unsent tells that the proposal could not be sent. It is kept as it was.
func (v *visit) unsent(err error) error {
	v.Log(err)
	p, err := v.proposalPage()
	if err != nil {
		return err
	}
	p.Refused = p.Say("Förslaget kunde inte skickas. Det är sparat och kan skickas igen senare; felet finns i serverns logg.",
		"The proposal could not be sent. It is saved and can be sent later; the error is in the server's log.")
	return v.Draw("proposal", http.StatusBadGateway, p)
}

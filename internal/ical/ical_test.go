package ical_test

import (
	"strings"
	"testing"

	"samsyn/internal/ical"
)

func TestCalendar(t *testing.T) {
	c := ical.New("Länet, kalendern")
	day := ical.Day{2026, 2, 28}
	c.Add(ical.Event{ID: "a@b", Summary: "Redovisa; allt", From: day, To: day, Stamp: day, Description: "Rad ett\nrad två", Place: "Växjö", URL: "https://a.example/", Reminders: []int{14, 1, 0}})
	c.Add(ical.Event{ID: "c@b", Summary: strings.Repeat("å", 60), From: day, To: ical.Day{2026, 12, 31}, Stamp: day, Cancelled: true, Reminders: []int{1}})
	want := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Samsyn//Samsyn//SV\r\nX-WR-CALNAME:Länet\\, kalendern\r\n" +
		"BEGIN:VEVENT\r\nUID:a@b\r\nDTSTAMP:20260228T000000Z\r\nDTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\nSUMMARY:Redovisa\\; allt\r\nLOCATION:Växjö\r\nDESCRIPTION:Rad ett\\nrad två\r\nURL:https://a.example/\r\n" +
		"BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Redovisa\\; allt\r\nTRIGGER:-P13DT15H\r\nEND:VALARM\r\n" +
		"BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Redovisa\\; allt\r\nTRIGGER:-PT15H\r\nEND:VALARM\r\n" +
		"BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Redovisa\\; allt\r\nTRIGGER:PT9H\r\nEND:VALARM\r\nEND:VEVENT\r\n" +
		"BEGIN:VEVENT\r\nUID:c@b\r\nDTSTAMP:20260228T000000Z\r\nDTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:" + strings.Repeat("å", 33) + "\r\n " + strings.Repeat("å", 27) + "\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	if got := string(c.Bytes()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

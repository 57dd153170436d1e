package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"samsyn/site"
)

// menus are what every page carries, for both peers.
var menus = map[string][]link{
	"main": {
		{Path: "agreement", Text: "Överenskommelsen"}, {Path: "areas", Text: "Områden"}, {Path: "plans", Text: "Handlingsplaner"},
		{Path: "follow-up", Text: "Uppföljning"}, {Path: "parties", Text: "Parter"}, {Path: "join", Text: "Ny i länet"},
		{Path: "calendar", Text: "Kalender"}, {Path: "search", Text: "Sök"},
	},
	"foot": {
		{Path: "accessibility", Text: "Tillgänglighetsredogörelse"}, {Path: "about", Text: "Om webbplatsen"}, {Path: "documents", Text: "Dokument"},
		{Path: "decisions", Text: "Beslut"}, {Path: "organisation", Text: "Organisation"}, {Path: "indicators", Text: "Indikatorer"},
		{Path: "resources", Text: "Kunskap och exempel"}, {Path: "strategies", Text: "Andra strategier"}, {Path: "history", Text: "Vad som har ändrats"},
		{Path: "data", Text: "Öppna data"}, {Path: "a-o", Text: "A till Ö"},
	},
}

// prepare lays out a site for Hugo and one for Eleventy: their themes from here,
// our style sheet, the initiatives' files as they are, and the other pages.
func prepare(content string, pages []page, themes, hugo, eleventy string) error {
	if err := errors.Join(os.CopyFS(hugo, os.DirFS(filepath.Join(themes, "hugo"))), os.CopyFS(eleventy, os.DirFS(filepath.Join(themes, "eleventy")))); err != nil {
		return err
	}
	menu, err := json.Marshal(menus)
	if err != nil {
		return err
	}
	for _, err := range []error{
		put(filepath.Join(hugo, "data", "menu.json"), menu), put(filepath.Join(eleventy, "_data", "menu.json"), menu),
		os.CopyFS(filepath.Join(hugo, "static", "assets"), site.Assets), os.CopyFS(filepath.Join(eleventy, "assets"), site.Assets),
		initiatives(content, filepath.Join(hugo, "content"), filepath.Join(eleventy, "content")),
	} {
		if err != nil {
			return err
		}
	}
	sections := map[string]bool{}
	for _, p := range pages {
		if section, _, in := strings.Cut(p.Path, "/"); in {
			sections[section] = true
		}
	}
	for _, p := range pages {
		name := p.Path + ".md"
		if err := p.write(filepath.Join(eleventy, "content", filepath.FromSlash(name)), "---json\n", "\n---\n"); err != nil {
			return err
		}
		if p.Path == "index" {
			name = "_index.md"
		}
		if sections[p.Path] { // Hugo takes the folder for it, and puts its page inside
			name, p.URL = p.Path+"-page.md", "/"+p.Path+".html"
		}
		if err := p.write(filepath.Join(hugo, "content", filepath.FromSlash(name)), "", "\n"); err != nil {
			return err
		}
	}
	return nil
}

// initiatives copies the initiatives' files.
func initiatives(content string, to ...string) error {
	found, err := filepath.Glob(filepath.Join(content, "plans", "*", "*.md"))
	if err != nil {
		return err
	}
	for _, file := range found {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(content, file)
		if err != nil {
			return err
		}
		for _, dir := range to {
			if err := put(filepath.Join(dir, name), data); err != nil {
				return err
			}
		}
	}
	return nil
}

func put(file string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

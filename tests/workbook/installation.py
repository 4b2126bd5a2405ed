"""A throw-away installation with a small network."""

import json
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent
KINDS = [
    "organisations",
    "sub_projects",
    "offers",
    "participations",
    "outcomes",
    "follow_ups",
    "supported_entities",
    "consultations",
    "trainings",
    "qualification_plans",
    "targets",
]
PERIOD = ["--period", "IQ-2023"]
POINT = [*PERIOD, "--cut-off", "2023-12-31"]
ESTIMATED = ["--valid-from", "2023-06-30", "--method", "=Befragung", "--document", "@Vermerk"]
DEFINITIONS = ["advised.json", "fair.json"]
WARNING = "V-01/SP-2/0012/participation/2023-04-10/gender"
ACCEPTED = "=1+1 @geprüft"
NOTE = "=1+1 _x0041_ -5"
IN_HOURS = {
    "de": {"TRAINING_MINUTES": "Dauer der Schulungen (Stunden)"},
    "en": {"TRAINING_MINUTES": "Length of training events (hours)"},
}
LEVELS = ["period", "network", "sub-project"]


class Installation:
    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("MIGRANET_", "DATABASE_URL"))}
        self.environment = kept | {"MIGRANET_DATA_DIR": str(folder / "data"), "MIGRANET_LOG": "warn"}
        self.run("migrate")
        self.run("import", *(HERE / "network" / f"{kind}.csv" for kind in KINDS))
        for definition in DEFINITIONS:
            self.run("indicator", "define", *PERIOD, HERE / "network" / definition)
        self.run("sample", "draw", *POINT, "--indicator", "EECR05", "--seed", "2023")
        self.run("estimate", "enter", *PERIOD, "--indicator", "EECO16", "--share", "0.04", *ESTIMATED)
        self.run("finding", "waive", *POINT, WARNING, "--reason", ACCEPTED)
        self.run("note", "add", *PERIOD, "--indicator", "EECO01", "--text", NOTE)

    def run(self, *arguments):
        command = [self.binary, *arguments]
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"migranet {arguments[0]} failed: {done.stdout}{done.stderr}")
        return done.stdout

    def report(self, language):
        path = self.folder / f"report-{language}.xlsx"
        self.run("report", *POINT, "--lang", language, "--out", path)
        return path

    def export(self, kind):
        path = self.folder / f"{kind}.xlsx"
        self.run("export", kind, "--period", "IQ-2023", "--out", path)
        return path

    def names(self, language):
        """The names of the indicators by their codes, as reports show them: durations in hours."""
        listed = json.loads(self.run("indicator", "list", *PERIOD, "--format", "json"))
        return {one["code"]: one[f"name{language.title()}"] for one in listed} | IN_HOURS[language]

    def figures(self, level="period"):
        kinds = ["--kind", "law", "programme", "activities"]
        return json.loads(self.run("figures", *POINT, "--by", level, *kinds, "--format", "json"))

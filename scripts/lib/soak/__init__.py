"""Podium against force: kills, faulty servers, failing files, signals, hostile texts, wild keys."""

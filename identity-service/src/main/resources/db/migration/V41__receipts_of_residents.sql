-- What concerned somebody is found by them, too: what was said of them, and what changed the facts told of them.
ALTER TABLE received_event ADD KEY received_event_subject_id (subject_id, id);

ALTER TABLE report_effect ADD KEY report_effect_resident (resident_id, received_id);

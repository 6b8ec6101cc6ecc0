package org.broadsheet.model;

/** A label with how many entries have it. */
public record LabelSummary(Label label, long entries) {}

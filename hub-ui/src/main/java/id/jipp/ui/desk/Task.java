package id.jipp.ui.desk;

/**
 * One thing that waits for somebody.
 *
 * @param due when, in words, short; empty if any time
 * @param now whether it should be done today
 * @param what it is about, under the title; may be empty
 * @param path where to do it
 * @param verb what the button says
 */
record Task(String due, boolean now, String title, String what, String path, String verb) {}

package io.keeling.app.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Something to find out. Immutable; threads may share it if they may share what it asks.
 *
 * @param subject what it is about, in a word or two
 * @param limit how long the answer may take
 * @param answer finds it out; what it throws is an answer, too
 */
record Question(String subject, Duration limit, Callable<List<Finding>> answer) {}

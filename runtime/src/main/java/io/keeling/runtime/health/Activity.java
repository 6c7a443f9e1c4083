package io.keeling.runtime.health;

/**
 * What something that works was seen to be at, at one moment.
 *
 * @param worker what works: a thread, a task, a membership in a group. It keeps its name for as
 *     long as its {@code done} goes on
 * @param busy whether there is anything for it to do
 * @param done a number that differs from the last one if something was finished since, whatever it
 *     counts
 * @param at where it is: topic, partition and offset, never content
 */
public record Activity(String worker, boolean busy, long done, String at) {}

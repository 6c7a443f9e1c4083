/** Reads the taxonomy of a command or role, and describes it. */
@org.jspecify.annotations.NullMarked
package io.keeling.app.taxonomy;

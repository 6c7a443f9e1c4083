/** The taxonomy that a command or role works with: where it is read, and what is said of it. */
@org.jspecify.annotations.NullMarked
package io.keeling.app.taxonomy;

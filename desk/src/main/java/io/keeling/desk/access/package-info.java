/** Callers and their rights, as the rest of the desk needs to know them. */
@NullMarked
package io.keeling.desk.access;

import org.jspecify.annotations.NullMarked;

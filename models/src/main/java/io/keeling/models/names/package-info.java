/**
 * Finds names of people, organisations and places.
 *
 * <p>The package has more than 25 files because each step is a class. {@code NameTagger} runs the
 * steps in order on the same list of names; nothing else may.
 */
@NullMarked
package io.keeling.models.names;

import org.jspecify.annotations.NullMarked;

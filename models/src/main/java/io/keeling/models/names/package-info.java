/**
 * Finds names of people, organisations and places.
 *
 * <p>It has more than 25 files because each step is one: {@code NameTagger} runs them one after the
 * other over the same found names, and nobody else may.
 */
@NullMarked
package io.keeling.models.names;

import org.jspecify.annotations.NullMarked;

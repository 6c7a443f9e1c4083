/**
 * Finds people, organisations and places, and says which mentions are one name.
 *
 * <p>It has more than 25 files because each rule is one: {@code NameFinder} and {@code NameMerger}
 * run them one after the other over the same names, and nobody else may.
 */
@NullMarked
package io.keeling.enrich.names;

import org.jspecify.annotations.NullMarked;

/**
 * Finds people, organisations and places, and decides which mentions are one name.
 *
 * <p>It has more than 25 files because each rule has its own: {@code NameFinder} and {@code
 * NameMerger} apply them one after the other to the same names, and no other package may.
 */
@NullMarked
package io.keeling.enrich.names;

import org.jspecify.annotations.NullMarked;

/** Features of the name model besides the words: clusters of similar words, and known names. */
@NullMarked
package io.keeling.models.names.features;

import org.jspecify.annotations.NullMarked;

/** What the name model looks at beside the words: clusters of similar words, and known names. */
@NullMarked
package io.keeling.models.names.features;

import org.jspecify.annotations.NullMarked;

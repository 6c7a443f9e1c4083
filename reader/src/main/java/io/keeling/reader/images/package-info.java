/** The image of an article and its credit. */
@NullMarked
package io.keeling.reader.images;

import org.jspecify.annotations.NullMarked;

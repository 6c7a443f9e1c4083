/** Reads model files from the class path. */
@NullMarked
package io.keeling.models.files;

import org.jspecify.annotations.NullMarked;

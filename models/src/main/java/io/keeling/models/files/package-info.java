/** The files of the models, on the class path. */
@NullMarked
package io.keeling.models.files;

import org.jspecify.annotations.NullMarked;

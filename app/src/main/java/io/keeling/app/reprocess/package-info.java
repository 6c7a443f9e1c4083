/** Sends pages and articles through the pipeline again. */
@NullMarked
package io.keeling.app.reprocess;

import org.jspecify.annotations.NullMarked;

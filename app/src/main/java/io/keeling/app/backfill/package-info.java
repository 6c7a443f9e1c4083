/** Shows the progress of an import through the stages of the pipeline. */
@NullMarked
package io.keeling.app.backfill;

import org.jspecify.annotations.NullMarked;

/** How far an import has come through the stages of the pipeline. */
@NullMarked
package io.keeling.app.backfill;

import org.jspecify.annotations.NullMarked;

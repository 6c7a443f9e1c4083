/** Sources as the command line shows them. */
@NullMarked
package io.keeling.app.sources;

import org.jspecify.annotations.NullMarked;

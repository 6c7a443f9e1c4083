/** Where an article has been, from the topics alone. */
@NullMarked
package io.keeling.app.trace;

import org.jspecify.annotations.NullMarked;

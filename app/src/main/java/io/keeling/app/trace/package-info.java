/** Traces the way of an article through the topics. */
@NullMarked
package io.keeling.app.trace;

import org.jspecify.annotations.NullMarked;

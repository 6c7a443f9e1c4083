/** What every role's process measures of itself, and how all that is measured is shown. */
@NullMarked
package io.keeling.app.metrics;

import org.jspecify.annotations.NullMarked;

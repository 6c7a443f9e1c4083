/**
 * Tag corrections: what editors say is wrong or missing of an article's tags, and how it is shown.
 */
@NullMarked
package io.keeling.desk.corrections;

import org.jspecify.annotations.NullMarked;

/** Tells which saved searches an article is of, as articles come. */
@NullMarked
package io.keeling.desk.saved.match;

import org.jspecify.annotations.NullMarked;

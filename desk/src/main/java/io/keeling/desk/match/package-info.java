/** Tells which saved searches an article is of, as articles come. */
@NullMarked
package io.keeling.desk.match;

import org.jspecify.annotations.NullMarked;

/** What all answers share: methods, failures, limits, caching. */
@NullMarked
package io.keeling.desk.web;

import org.jspecify.annotations.NullMarked;

/** What all answers share: methods, failures, limits, caching. */
@NullMarked
package io.keeling.feeds.web;

import org.jspecify.annotations.NullMarked;

/** What the platform wrote to the reader and holds on them: messages, who looked, the download, codes to show. */
@NullMarked
package org.huizhu.gateway.portal.record;

import org.jspecify.annotations.NullMarked;

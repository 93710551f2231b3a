package org.huizhu.gateway.desk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the desk works.
 *
 * @param largestFile the largest file that is passed on; identity takes no larger one either
 */
@ConfigurationProperties("huizhu.gateway.desk")
public record DeskSettings(@DefaultValue("50MB") DataSize largestFile) {}

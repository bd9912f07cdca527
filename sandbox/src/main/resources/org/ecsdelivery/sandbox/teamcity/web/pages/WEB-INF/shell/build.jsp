<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="shell" tagdir="/WEB-INF/tags/shell" %>
<shell:page title="${build.configurationName} #${build.number}">
<p class="crumbs"><a href="/viewType.html?buildTypeId=${build.configurationId}"><c:out value="${build.configurationName}"/></a></p>
<h1>#<c:out value="${build.number}"/> <span id="buildStatus" class="status ${build.status}"><c:out value="${build.statusText}"/></span></h1>
<c:if test="${mayStop and not build.over}"><form class="send" action="/stopBuild.html"><input type="hidden" name="buildId" value="${build.id}"/><button type="submit" class="btn" id="stop">Stop</button></form></c:if>
<shell:tabs address="/viewLog.html?buildId=${build.id}"/>
<c:choose>
<c:when test="${not empty extension}"><shell:extension/></c:when>
<c:when test="${tab eq 'buildLog'}"><ol id="buildLog" data-build="${build.id}" aria-live="off"></ol></c:when>
<c:when test="${tab eq 'buildParameters'}"><table class="list"><c:forEach items="${build.parameters}" var="each"><tr><td><c:out value="${each.key}"/></td><td class="mono"><c:out value="${each.value}"/></td></tr></c:forEach></table></c:when>
<c:when test="${tab eq 'artifacts'}"><ul id="artifacts"><c:forEach items="${artifacts}" var="each"><c:url value="/repository/download/${build.configurationId}/${build.id}:id/${each}" var="href"/><li><a href="<c:out value="${href}"/>"><c:out value="${each}"/></a></li></c:forEach></ul><c:if test="${empty artifacts}"><p>No artifacts.</p></c:if></c:when>
<c:when test="${tab eq 'codeCoverage'}"><iframe class="report" title="Code coverage" sandbox="" src="/repository/download/${build.configurationId}/${build.id}:id/coverage.zip!/index.html"></iframe></c:when>
<c:otherwise>
<c:if test="${not empty build.problems}"><h2>Build problems</h2><ul class="problems"><c:forEach items="${build.problems}" var="each"><li><c:out value="${each}"/></li></c:forEach></ul></c:if>
<c:if test="${not empty build.steps}"><h2>Steps</h2><table class="list"><c:forEach items="${build.steps}" var="each"><tr><td><c:out value="${each.name}"/></td><td><c:out value="${each.outcome}"/></td></tr></c:forEach></table></c:if>
<c:if test="${not empty build.statistics}"><h2>Statistics</h2><table class="list"><c:forEach items="${build.statistics}" var="each"><tr><td><c:out value="${each.key}"/></td><td class="number"><c:out value="${each.value}"/></td></tr></c:forEach></table></c:if>
</c:otherwise>
</c:choose>
</shell:page>

<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- What a plugin put into a tab, with its scripts and styles. --%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<c:forEach items="${extension.cssPaths}" var="path"><link rel="stylesheet" href="<c:out value="${path}"/>"/></c:forEach>
<c:forEach items="${extension.jsPaths}" var="path"><script src="<c:out value="${path}"/>"></script></c:forEach>
<div class="extension" id="extension_<c:out value="${extension.tabId}"/>"><jsp:include page="${extension.includeUrl}"/></div>

<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%-- What every page of the sandbox has around it. --%>
<%@ attribute name="title" required="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="tc-csrf-token" content="<c:out value="${sessionScope['tc-csrf-token']}"/>"/>
<title><c:out value="${title}"/> - TeamCity (sandbox)</title>
<link rel="icon" href="data:,"/>
<link rel="stylesheet" href="/css/sandbox.css"/>
<script src="/js/sandbox.js"></script>
</head>
<body>
<header>
<a class="home" href="/overview.html">TeamCity <span>sandbox</span></a>
<nav><a href="/overview.html">Builds</a><a href="/project.html">Project</a></nav>
<label class="user">as <select id="role" aria-label="Work as">
<c:forEach items="ADMIN,DEVELOPER,VIEWER" var="role"><option value="${role}"<c:if test="${sessionScope.USER_KEY.role() eq role}"> selected="selected"</c:if>>${role}</option></c:forEach>
</select></label>
</header>
<main id="mainContent"><jsp:doBody/></main>
</body>
</html>
